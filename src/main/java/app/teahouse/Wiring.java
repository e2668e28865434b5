package app.teahouse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;

/**
 * Spares a start what would grow with the square of the program: Spring finds what a constructor asks for by looking at every bean
 * there is, unless it is given a name to try first. Ours are named after their class, so the class that is asked for is that name.
 */
final class Wiring implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.setAutowireCandidateResolver(new ByClass());
    }

    private static final class ByClass extends ContextAnnotationAutowireCandidateResolver {
        @Override
        public @Nullable String getSuggestedName(DependencyDescriptor descriptor) {
            var said = super.getSuggestedName(descriptor);
            return said != null ? said : descriptor.getDependencyType().getName();
        }
    }
}
