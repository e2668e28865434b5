package app.teahouse.web;

import app.teahouse.kernel.Settings;
import gg.jte.generated.precompiled.StaticTemplates;
import gg.jte.generated.precompiled.Templates;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Puts the parts of this room into Spring MVC. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class Web {

    @Bean
    Templates templates() {
        return new StaticTemplates();
    }

    @Bean
    WebMvcRegistrations routes() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new Routes();
            }
        };
    }

    @Bean
    WebMvcConfigurer mvc(Asking asking, Frames frames, StringToId ids, PageTransaction pageTransaction) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(asking);
                resolvers.add(frames);
            }

            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverterFactory(ids);
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(pageTransaction);
            }
        };
    }
}
