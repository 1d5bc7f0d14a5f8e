package io.billingcenter.jobs.cli;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Keeps failures before the log is opened off the console, since the command reports them itself. Spring Boot creates it by
 * its name in {@code META-INF/spring.factories}.
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
