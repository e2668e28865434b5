/** Believable made-up circles, for those who want to see the product before they use it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "luggage",
            "web",
            "accounts",
            "files",
            "gateways",
            "payments",
            "circles",
            "access",
            "speaking",
            "members",
            "muting",
            "membertags",
            "questions",
            "directory",
            "letters",
            "applications",
            "invitations",
            "ways",
            "plans",
            "orders",
            "offers",
            "tags",
            "reactions",
            "reading",
            "saved",
            "content",
            "curation",
            "comments",
            "columns",
            "homework",
            "start",
            "screening",
            "segments",
            "notify",
            "announcements",
            "welcome"
        })
package app.teahouse.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
