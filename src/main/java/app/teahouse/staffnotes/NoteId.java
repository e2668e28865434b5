package app.teahouse.staffnotes;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** A note of staff about a member. */
public record NoteId(UUID value) implements Id {}
