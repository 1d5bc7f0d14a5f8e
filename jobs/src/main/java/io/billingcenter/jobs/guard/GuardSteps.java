package io.billingcenter.jobs.guard;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.jobs.launch.RunLookups;
import io.billingcenter.jobs.launch.StepFactory;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/** The steps of guards between metering, rating and posting. */
@Lazy
@Configuration(proxyBeanMethods = false)
public class GuardSteps {

    @Bean
    Step noteSilence(StepFactory steps, JdbcTemplate jdbc, RunLookups lookups, BillingSettings settings) {
        return steps.tasklet("noteSilence", new SilenceTasklet(jdbc, lookups, settings));
    }

    @Bean
    Step guardAccounts(StepFactory steps, JdbcTemplate jdbc, RunLookups lookups, BillingSettings settings) {
        return steps.tasklet("guardAccounts", new AccountGuardTasklet(jdbc, lookups, settings));
    }

    @Bean
    Step guardNight(
            StepFactory steps, JdbcTemplate jdbc, RunLookups lookups, BillingSettings settings, GuardStops stops) {
        return steps.tasklet("guardNight", new NightGuardTasklet(jdbc, lookups, settings, stops));
    }
}
