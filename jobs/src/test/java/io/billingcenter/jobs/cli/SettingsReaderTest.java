package io.billingcenter.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.time.BillingDay;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Settings are those of the shipped file unless the command line sets them; a name that is misspelt is refused. */
class SettingsReaderTest {

    @Test
    void theShippedFileIsComplete() {
        BillingSettings settings = read(Map.of());
        assertThat(settings.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(settings.sites()).isNotEmpty();
    }

    @Test
    void theCommandLineReplacesASettingAndLeavesTheOthers() {
        BillingSettings settings = read(Map.of("billing.zone", "UTC", "billing.out", "elsewhere"));
        assertThat(settings.zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(settings.out()).isEqualTo("elsewhere");
        assertThat(settings.traffic()).isEqualTo(read(Map.of()).traffic());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "billing.zon              | UTC      | billing.zon",
                "billing.metering.treads  | 2        | billing.metering.treads",
                "billing.metering.threads | many     | billing.metering.threads to be a whole number, found 'many'",
                "billing.zone             | Shanghai | billing.zone to be a time zone like Asia/Shanghai",
                "billing.metering.threads | -1       | threads"
            })
    void aSettingThatCannotBeRightIsNamedWithWhereToCorrectIt(String name, String value, String found) {
        Throwable refused = catchThrowable(() -> read(Map.of(name, value)));
        FailureText text = FailureText.of(List.of(refused), "db");
        assertThat(text.status()).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(text.message())
                .startsWith("Expected ")
                .contains(found)
                .endsWith("correct it in config/application.yml or --set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring.batch.job.name", "zone", "billing", "Billing.zone"})
    void onlyOurSettingsCanBeSet(String name) {
        assertThatThrownBy(() -> read(Map.of(name, "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("found '" + name + "'", "--set", "config/application.yml");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T15:59:59Z, Asia/Shanghai,    2026-11-30",
        "2026-11-30T16:00:00Z, Asia/Shanghai,    2026-12-01",
        "2026-11-30T19:28:00Z, Pacific/Honolulu, 2026-11-30",
        "2026-11-30T09:59:59Z, Pacific/Honolulu, 2026-11-29",
        "2026-03-08T07:00:00Z, America/New_York, 2026-03-08"
    })
    void todayIsADayOfTheZoneOfBilling(Instant now, String zone, BillingDay today) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        assertThat(Today.at(clock, Map.of("billing.zone", zone))).isEqualTo(today);
    }

    @Test
    void foldersOfOptionsAreAbsoluteSettings() {
        RunOptions options = parsed("--out", "o", "--traffic", "/t", "--db", "d", "--set", "billing.zone=UTC");
        assertThat(options.properties())
                .containsOnlyKeys("billing.out", "billing.traffic", "billing.db", "billing.zone")
                .containsEntry("billing.zone", "UTC")
                .extractingByKeys("billing.out", "billing.db")
                .allSatisfy(path -> assertThat(path.toString()).startsWith(System.getProperty("user.dir")));
    }

    @Test
    void anOptionWinsOverTheSameSetting() {
        assertThat(parsed("--set", "billing.out=/one", "--out", "/other").properties())
                .containsOnly(Map.entry(
                        "billing.out", Path.of("/other").toAbsolutePath().toString()));
    }

    @Test
    void aUrlIsNoPath() {
        assertThat(parsed("--db", "jdbc:postgresql://host/billing").properties())
                .containsOnly(Map.entry("billing.db", "jdbc:postgresql://host/billing"));
        assertThat(parsed().properties()).isEmpty();
    }

    private static RunOptions parsed(String... arguments) {
        OptionsCommand command = new OptionsCommand();
        new CommandLine(command).parseArgs(arguments);
        return command.options;
    }

    private static BillingSettings read(Map<String, Object> commandLine) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("command line", new HashMap<>(commandLine)));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return SettingsReader.read(environment, commandLine);
    }

    @Command(name = "options")
    private static final class OptionsCommand {
        @Mixin
        private RunOptions options = new RunOptions();
    }
}
