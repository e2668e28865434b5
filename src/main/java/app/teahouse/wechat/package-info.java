/** WeChat Pay: inside WeChat, in other browsers of a phone, and by a code on a screen (docs/decisions/0108). */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "secrets", "outside", "gateways"})
package app.teahouse.wechat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
