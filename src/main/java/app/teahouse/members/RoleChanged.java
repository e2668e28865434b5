package app.teahouse.members;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import app.teahouse.kernel.Role;

/**
 * A member has another role.
 *
 * @param by who gave it, under which name in the circle
 */
public record RoleChanged(
        CircleId circle,
        AccountId account,
        long number,
        String alias,
        Role before,
        Role after,
        AccountId by,
        String byAlias)
        implements Event {}
