package app.teahouse.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** Serves {@code /a/…} as the build packed it, Brotli or gzip where the browser takes it, to be kept for a year. */
@Configuration(proxyBeanMethods = false)
class AssetFiles implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/a/**")
                .addResourceLocations("classpath:/static/a/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new Smallest())
                .addResolver(new PathResourceResolver());
    }

    /** Browsers name gzip first out of habit, and Spring takes the first; Brotli is a tenth smaller. */
    private static final class Smallest extends EncodedResourceResolver {

        @Override
        protected @Nullable Resource resolveResourceInternal(
                @Nullable HttpServletRequest request,
                String path,
                List<? extends Resource> locations,
                ResourceResolverChain chain) {
            return super.resolveResourceInternal(
                    request == null ? null : new BrotliFirst(request), path, locations, chain);
        }
    }

    private static final class BrotliFirst extends HttpServletRequestWrapper {

        BrotliFirst(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            var value = super.getHeader(name);
            var takesBrotli = name.equalsIgnoreCase("Accept-Encoding")
                    && value != null
                    && value.matches("(?i).*\\bbr\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$)).*");
            return takesBrotli ? "br" : value;
        }
    }
}
