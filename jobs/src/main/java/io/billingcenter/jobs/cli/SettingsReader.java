package io.billingcenter.jobs.cli;

import io.billingcenter.config.BillingSettings;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Reads the settings strictly; otherwise a misspelt name would silently leave the default in force. */
final class SettingsReader {

    private static final String PREFIX = "billing";
    private static final List<String> ROOTS = List.of("billing.", "logging.");

    /** The sources of the process; they have other names with the same prefix, like the home of the launcher. */
    private static final Set<String> OF_THE_PROCESS = Set.of(
            StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);

    private SettingsReader() {}

    /**
     * Returns the settings in force.
     *
     * @param commandLine settings of the command line, by name
     * @throws IllegalArgumentException for a name outside the file of settings
     * @throws org.springframework.boot.context.properties.bind.BindException for an unknown name or a wrong value
     */
    static BillingSettings read(ConfigurableEnvironment environment, Map<String, Object> commandLine) {
        for (String name : commandLine.keySet()) {
            if (ROOTS.stream().noneMatch(name::startsWith)) {
                throw new IllegalArgumentException("Expected --set to name a setting of config/application.yml, found '"
                        + name + "'; correct the name");
            }
        }
        return Binder.get(environment)
                .bind(
                        PREFIX,
                        Bindable.of(BillingSettings.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT, SettingsReader::isStrict))
                .get();
    }

    /**
     * Returns the zone of billing days. It is read before the application is opened, since "yesterday" depends on it.
     *
     * @param commandLine settings of the command line, by name
     */
    static ZoneId zone(Map<String, Object> commandLine) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("command line", commandLine));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return Binder.get(environment).bind(PREFIX + ".zone", ZoneId.class).get();
    }

    private static boolean isStrict(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof PropertySource<?> underlying
                && !OF_THE_PROCESS.contains(underlying.getName());
    }
}
