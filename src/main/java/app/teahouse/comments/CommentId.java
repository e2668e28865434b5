package app.teahouse.comments;

import app.teahouse.kernel.Id;
import java.util.UUID;

public record CommentId(UUID value) implements Id {}
