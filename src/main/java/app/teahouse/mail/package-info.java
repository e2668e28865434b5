/** Letters that leave the site: an outbox of rows, and a job that sends them where an SMTP server is configured. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "jobs", "web"})
package app.teahouse.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
