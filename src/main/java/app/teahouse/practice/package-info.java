/** A gateway that plays, for demos and trying out: 模拟支付. No money moves, and every page of it says so. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "jobs", "secrets", "web", "security", "gateways", "payments"})
package app.teahouse.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
