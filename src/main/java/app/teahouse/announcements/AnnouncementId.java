package app.teahouse.announcements;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** An announcement, from its draft on. */
public record AnnouncementId(UUID value) implements Id {}
