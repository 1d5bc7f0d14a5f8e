package io.billingcenter.jobs.cli;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** The messages for faults of settings. */
final class SettingText {

    private static final String OUR_MESSAGE = "Expected ";
    private static final String REMEDY = "; correct it in config/application.yml or --set";

    private SettingText() {}

    /** Returns the message for a setting that cannot be used. */
    static String of(BindException wrong) {
        for (Throwable cause : FailureText.chainOf(wrong)) {
            if (cause instanceof UnboundConfigurationPropertiesException unknown) {
                return unknown(unknown);
            }
            if (cause instanceof IllegalArgumentException
                    && String.valueOf(cause.getMessage()).startsWith(OUR_MESSAGE)) {
                return cause.getMessage() + REMEDY;
            }
        }
        ConfigurationProperty property = wrong.getProperty();
        Class<?> type = wrong.getTarget().getType().resolve(Object.class);
        String name = property == null
                ? wrong.getName().toString()
                : property.getName().toString();
        String found = property == null ? "nothing" : "'" + property.getValue() + "'";
        return "Expected " + name + " to be " + valuesOf(type) + ", found " + found + REMEDY;
    }

    /** Returns the message for a settings file that cannot be read. */
    static String of(MarkedYAMLException broken) {
        int line = broken.getProblemMark() == null ? 0 : broken.getProblemMark().getLine() + 1;
        return "Expected config/application.yml to be YAML, found in line " + line + ": " + broken.getProblem()
                + "; correct the file";
    }

    private static String unknown(UnboundConfigurationPropertiesException unknown) {
        String names = unknown.getUnboundProperties().stream()
                .map(property -> property.getName().toString())
                .collect(Collectors.joining(", "));
        return "Expected known settings, found " + names + ". config/application.yml names and explains them all"
                + REMEDY;
    }

    private static String valuesOf(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(value -> value.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == int.class || type == long.class) {
            return "a whole number";
        }
        return type == ZoneId.class ? "a time zone like Asia/Shanghai" : "a " + type.getSimpleName();
    }
}
