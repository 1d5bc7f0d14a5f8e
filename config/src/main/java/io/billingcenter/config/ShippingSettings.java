package io.billingcenter.config;

import io.billingcenter.domain.outbox.RetryRule;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The receivers of delivered files, of {@code billing.delivery}. Without a target nothing leaves the folder of delivered files.
 *
 * @param armedFor id of the installation that may send; empty for none
 * @param retry rule of repeated attempts
 * @param targets targets by name
 */
public record ShippingSettings(
        String armedFor, Retry retry, @Nullable Map<String, TargetSettings> targets) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /** Checks the targets. */
    public ShippingSettings {
        targets = targets == null ? Map.of() : new TreeMap<>(targets);
        targets.forEach((name, target) -> {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "Expected the name of a target in billing.delivery.targets to have lower-case"
                                + " letters, digits and hyphens, found '" + name + "'");
            }
            target.check("billing.delivery.targets." + name);
        });
    }

    /** Returns the targets by name. */
    @Override
    public Map<String, TargetSettings> targets() {
        return targets == null ? Map.of() : targets;
    }

    /**
     * The rule of repeated attempts.
     *
     * @param attempts largest number of attempts within a run
     * @param first longest pause before the second attempt
     * @param longest longest pause before any attempt
     */
    public record Retry(
            @DefaultValue("5") int attempts,
            @DefaultValue("1s") Duration first,
            @DefaultValue("60s") Duration longest) {

        /** Checks the ranges. */
        public Retry {
            new RetryRule(attempts, first, longest);
        }

        /** Returns the rule. */
        public RetryRule rule() {
            return new RetryRule(attempts, first, longest);
        }
    }
}
