package io.billingcenter.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    private static final String LONGEST = "a".repeat(64);

    @ParameterizedTest
    @ValueSource(strings = {"a", "wksp_f1c295d2c6fec4fa67ec7694bd73e75c", "A-b_c.d:e@0", "-x"})
    void acceptsWhatIsSafeAsAFolderName(String text) {
        assertThat(new WorkspaceId(text)).hasToString(text);
        assertThat(new BillingAccountId(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", ".a", "a/b", "a\\b", "a b", "a,b", "é", "a\n", "a|b"})
    void refusesTheRest(String text) {
        assertThatThrownBy(() -> new WorkspaceId(text)).hasMessageStartingWith("Expected a workspace id of 1 to 64");
        assertThatThrownBy(() -> new BillingAccountId(text))
                .hasMessageStartingWith("Expected a billing account id of 1 to 64");
    }

    @Test
    void endsAtSixtyFourCharacters() {
        assertThat(new WorkspaceId(LONGEST).value()).hasSize(64);
        assertThatThrownBy(() -> new WorkspaceId(LONGEST + "a")).hasMessageContaining("found '" + LONGEST + "a'");
    }

    @Test
    void sortsByCodePoint() {
        assertThat(new WorkspaceId("B")).isLessThan(new WorkspaceId("a"));
        assertThat(new BillingAccountId("a-10")).isLessThan(new BillingAccountId("a-9"));
    }
}
