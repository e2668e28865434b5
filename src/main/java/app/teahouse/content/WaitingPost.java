package app.teahouse.content;

import java.time.Instant;

/** A post that waits for its moment, as its author sees it in a list. */
public record WaitingPost(String url, String name, Instant publishAt) {}
