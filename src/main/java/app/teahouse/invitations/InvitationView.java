package app.teahouse.invitations;

import app.teahouse.kernel.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invitation, for those who may share it.
 *
 * @param path where it leads, such as {@code /i/…}; its end is the code
 * @param maker the alias of who made it
 * @param live whether it still lets somebody in
 */
public record InvitationView(
        String id,
        String name,
        Role role,
        String path,
        int uses,
        @Nullable Integer usesMost,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        String maker,
        Instant madeAt,
        boolean live) {}
