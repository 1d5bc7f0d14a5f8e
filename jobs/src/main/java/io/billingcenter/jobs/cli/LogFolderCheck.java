package io.billingcenter.jobs.cli;

import io.billingcenter.jobs.launch.Folders;
import java.nio.file.Path;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/** Refuses a log that cannot be written, before it is opened. */
final class LogFolderCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final String LOG_FILE = "logging.file.name";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        String file = event.getEnvironment().getProperty(LOG_FILE);
        if (file != null) {
            Path folder = Path.of(file).toAbsolutePath().getParent();
            Folders.requireWritable("the log", folder == null ? Path.of("/") : folder, LOG_FILE);
        }
    }

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER - 1;
    }
}
