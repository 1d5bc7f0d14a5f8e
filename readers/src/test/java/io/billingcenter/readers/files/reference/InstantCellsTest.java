package io.billingcenter.readers.files.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantCellsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-10-20T12:00:00+08:00, 2026-10-20T04:00:00Z",
        "2026-10-20t12:00:00z, 2026-10-20T12:00:00Z",
        "2026-10-20T12:00:00.123456789Z, 2026-10-20T12:00:00.123456789Z",
        "2026-10-20T00:00:00-23:59, 2026-10-20T23:59:00Z",
        "2026-10-20T00:00:00+23:59, 2026-10-19T00:01:00Z",
        "2026-10-20T00:00:00-00:00, 2026-10-20T00:00:00Z",
        "2024-02-29T23:59:59.9Z, 2024-02-29T23:59:59.9Z",
        "9999-12-31T23:59:59-12:00, +10000-01-01T11:59:59Z"
    })
    void readsInstants(String text, Instant expected) {
        assertThat(InstantCells.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-10-20T12:00:00+24:00",
                "2026-10-20T12:00:00+08:60",
                "2026-10-20T12:00:00+0800",
                "2026-10-20T12:00:00,5Z",
                "2026-10-20T12:00:00.Z",
                "2025-02-29T00:00:00Z",
                "2026-10-20T12:60:00Z",
                "+2026-10-20T12:00:00Z",
                "2026-10-20T12:00:00Z ",
                "２０２６-10-20T12:00:00Z"
            })
    void refusesTheRest(String text) {
        assertThat(InstantCells.parse(text)).isEmpty();
    }
}
