package io.billingcenter.jobs.cli;

import io.billingcenter.domain.time.BillingDay;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/** The billing day that it is, in the zone of the settings. */
final class Today {

    private Today() {}

    /**
     * Today in {@code billing.zone}.
     *
     * @param commandLine what the command line sets, by name
     */
    static BillingDay at(Clock clock, Map<String, Object> commandLine) {
        return new BillingDay(LocalDate.ofInstant(clock.instant(), SettingsReader.zone(commandLine)));
    }
}
