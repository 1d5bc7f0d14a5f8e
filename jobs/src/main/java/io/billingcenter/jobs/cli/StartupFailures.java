package io.billingcenter.jobs.cli;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Keeps what goes wrong before there is a log from the console: the command tells it in its own words. Spring Boot makes
 * it by its name in {@code META-INF/spring.factories}.
 */
final class StartupFailures implements SpringBootExceptionReporter {

    private final boolean early;

    StartupFailures(@Nullable ConfigurableApplicationContext context) {
        this.early = context == null;
    }

    @Override
    public boolean reportException(Throwable failure) {
        return early;
    }
}
