package app.teahouse.homework;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.util.UUID;

/** A grade that its author was told of does not stand any more. */
public record GradeTakenBack(CircleId circle, UUID id, AccountId author) implements Event {}
