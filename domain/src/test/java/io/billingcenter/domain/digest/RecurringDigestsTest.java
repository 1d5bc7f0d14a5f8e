package io.billingcenter.domain.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecurringDigestsTest {

    @Test
    void givesTheDigestOfEachTextHoweverManyThereAre() {
        RecurringDigests digests = new RecurringDigests();
        for (int round = 0; round < 2; round++) {
            for (int text = 0; text < RecurringDigests.MOST_TEXTS + 10; text++) {
                assertThat(digests.sha256("text " + text)).isEqualTo(Digests.sha256("text " + text));
            }
        }
    }
}
