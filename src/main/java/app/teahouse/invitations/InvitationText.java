package app.teahouse.invitations;

import app.teahouse.kernel.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an invitation shall be.
 *
 * @param name for whoever made it, to tell it from others; it is shown to nobody else
 * @param role {@code MEMBER} or {@code GUEST_EXPERT}
 * @param usesMost how many people it lets in, or null for as many as come
 * @param expiresAt until when, or null for ever
 */
public record InvitationText(
        String name,
        Role role,
        @Nullable Integer usesMost,
        @Nullable Instant expiresAt) {}
