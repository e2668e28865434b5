package app.teahouse.directory;

import app.teahouse.members.MemberCard;

/** A member in the directory, with what its reader may see. */
public record EntryView(MemberCard card, Said said) {}
