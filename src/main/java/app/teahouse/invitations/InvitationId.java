package app.teahouse.invitations;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** Which invitation. Its code is another thing, and a secret. */
public record InvitationId(UUID value) implements Id {}
