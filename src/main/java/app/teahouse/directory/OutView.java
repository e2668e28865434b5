package app.teahouse.directory;

import app.teahouse.members.MemberCard;
import java.time.Instant;

/** Somebody whom staff took out of the directory, and why. */
public record OutView(MemberCard card, String reason, Instant at) {}
