package app.teahouse.notify;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** The identity of a notice; it means something only together with its reader's account. */
public record NoticeId(UUID value) implements Id {}
