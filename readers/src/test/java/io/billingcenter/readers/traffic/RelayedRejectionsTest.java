package io.billingcenter.readers.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.usage.RecordPlace;
import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.domain.usage.RejectionReason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RelayedRejectionsTest {

    private static final int REJECTIONS = 200_000;

    private final List<Long> passedOn = new ArrayList<>();
    private final RelayedRejections relayed =
            new RelayedRejections(rejection -> passedOn.add(rejection.place().line()));

    @Test
    void passOnWhatCameSinceTheLastTime() {
        relayed.passOn();
        relayed.accept(rejection(1));
        relayed.accept(rejection(2));
        assertThat(passedOn).isEmpty();
        relayed.passOn();
        relayed.passOn();
        assertThat(passedOn).containsExactly(1L, 2L);
        relayed.accept(rejection(3));
        relayed.passOn();
        assertThat(passedOn).containsExactly(1L, 2L, 3L);
    }

    /** Passing on, mostly nothing, while others come. */
    @Test
    void passOnEachOnceAndInOrderWhileOthersCome() {
        CompletableFuture<Void> all = CompletableFuture.runAsync(
                () -> IntStream.range(0, REJECTIONS).forEach(line -> relayed.accept(rejection(line))));
        while (!all.isDone()) {
            relayed.passOn();
        }
        all.join();
        relayed.passOn();
        assertThat(passedOn.size()).isEqualTo(REJECTIONS);
        assertThat(IntStream.range(0, REJECTIONS).filter(line -> passedOn.get(line) != line))
                .isEmpty();
    }

    private static Rejection rejection(long line) {
        return new Rejection(new RecordPlace("a.csv", line, 0), RejectionReason.CONFLICT, "", new byte[0]);
    }
}
