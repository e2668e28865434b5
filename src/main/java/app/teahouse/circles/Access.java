package app.teahouse.circles;

import app.teahouse.circles.Circle.JoinMode;
import app.teahouse.circles.Circle.Visibility;

/**
 * Who may find a circle, come in and read.
 *
 * @param publicReading whether anybody may read its posts; only where it is free and listed
 * @param teasers whether somebody outside sees the beginning of a post at its address
 */
public record Access(Visibility visibility, JoinMode joinMode, boolean publicReading, boolean teasers) {}
