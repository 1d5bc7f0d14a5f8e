package io.billingcenter.jobs.cli;

import io.billingcenter.domain.time.BillingDay;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/** The current billing day in the zone of the settings. */
final class Today {

    private Today() {}

    /**
     * Returns today in {@code billing.zone}.
     *
     * @param commandLine settings of the command line, by name
     */
    static BillingDay at(Clock clock, Map<String, Object> commandLine) {
        return new BillingDay(LocalDate.ofInstant(clock.instant(), SettingsReader.zone(commandLine)));
    }
}
