package io.billingcenter.jobs.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.guard.AttentionItem;
import io.billingcenter.domain.time.BillingDay;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A line for each kind, however many there are. */
class AttentionTextTest {

    private static final BillingDay DAY = BillingDay.parse("2026-11-21");

    @Test
    void groupsByKind() {
        List<AttentionItem> items = new ArrayList<>();
        IntStream.rangeClosed(1, 1234)
                .forEach(i -> items.add(new AttentionItem("no_binding", "ws-" + i, DAY, "no binding", true)));
        items.add(new AttentionItem("vanished", "ws-9", DAY, "a.csv is gone", true));
        items.add(new AttentionItem("missing", "ws-7", DAY, "still silent", false));
        assertThat(new AttentionText(items).lines())
                .containsExactly(
                        new AttentionText.Line(
                                "look at", "no_binding 1,234 (ws-1 2026-11-21, ws-2 2026-11-21, ws-3 2026-11-21, ...)"),
                        new AttentionText.Line("look at", "vanished 1 (ws-9 2026-11-21): a.csv is gone"),
                        new AttentionText.Line("listed", "missing 1 (ws-7 2026-11-21): still silent"),
                        new AttentionText.Line("", "see: billing holds"));
    }

    @Test
    void saysNothingOfNothing() {
        assertThat(new AttentionText(List.of()).lines()).isEmpty();
    }

    @Test
    void isShort() {
        List<AttentionItem> items = IntStream.range(0, 100)
                .mapToObj(i -> new AttentionItem("kind" + i, "ws", DAY, "", true))
                .toList();
        assertThat(new AttentionText(items).lines()).hasSize(60);
    }
}
