package io.billingcenter.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

    @TempDir
    private Path folder;

    @Test
    void comesFromAFileOrTheEnvironmentAndIsNeverPrinted() throws Exception {
        Files.writeString(folder.resolve("key"), "s3cr3t\n");
        Secret ofFile = Secret.of("key", folder);
        Secret ofVariable = Secret.of("env:BILLING_KEY", folder, Map.of("BILLING_KEY", "s3cr3t")::get);

        assertThat(ofFile.reveal()).isEqualTo("s3cr3t");
        assertThat(ofVariable.reveal()).isEqualTo("s3cr3t");
        assertThat(ofFile).hasToString("secret in key");
        assertThat(ofVariable).hasToString("secret in env:BILLING_KEY");
    }

    @Test
    void aMissingSecretIsNamed() throws Exception {
        Files.writeString(folder.resolve("empty"), "\n");
        assertThatThrownBy(() -> Secret.of("empty", folder).reveal()).hasMessageContaining("empty");
        assertThatThrownBy(() -> Secret.of("missing", folder).reveal()).hasMessageContaining("missing");
        assertThatThrownBy(() -> Secret.of("env:NO_KEY", folder, Map.<String, String>of()::get)
                        .reveal())
                .hasMessageContaining("NO_KEY");
    }

    @Test
    void loopbackIsDecidedByTheText() {
        assertThat(List.of("localhost", "127.0.0.1", "127.8.9.10", "::1", "[::1]"))
                .allMatch(Loopback::is);
        assertThat(List.of("example.com", "127.0.0.1.example.com", "10.0.0.1", "localhost.example", "128.0.0.1"))
                .noneMatch(Loopback::is);
    }

    @Test
    void pausesAreReadInSecondsOnly() {
        assertThat(RetryAfter.parse("120")).contains(Duration.ofSeconds(120));
        assertThat(RetryAfter.parse("999999999")).contains(Duration.ofDays(1));
        assertThat(RetryAfter.parse("Wed, 21 Oct 2026 07:28:00 GMT")).isEmpty();
        assertThat(RetryAfter.parse("-1")).isEmpty();
    }
}
