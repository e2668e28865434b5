package app.teahouse.membertags;

import app.teahouse.kernel.Id;
import java.util.UUID;

public record MemberTagId(UUID value) implements Id {}
