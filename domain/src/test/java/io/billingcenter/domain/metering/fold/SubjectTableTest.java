package io.billingcenter.domain.metering.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubjectTableTest {

    private static final int SUBJECTS = 5_000;

    private final SubjectTable subjects = new SubjectTable();

    @Test
    void numbersSubjectsInTheOrderTheyCome() {
        assertThat(IntStream.range(0, 100).map(number -> subjects.codeOf("s" + number)))
                .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
        assertThat(subjects.codeOf("s42")).isEqualTo(42);
        assertThat(subjects.codeOf("S42")).isEqualTo(100);
        assertThat(subjects.text(42)).isEqualTo("s42");
        assertThat(subjects.text(100)).isEqualTo("S42");
    }

    @Test
    void takesTheEmptySubjectLikeAnyOther() {
        assertThat(subjects.codeOf("")).isZero();
        assertThat(subjects.text(0)).isEmpty();
        assertThat(subjects.codeOf("")).isZero();
    }

    /** Numbers are passed between threads, texts are not. */
    @Test
    void tellsAnotherThreadTheTextsOfNumbersItWasHanded() throws Exception {
        BlockingQueue<Integer> handed = new ArrayBlockingQueue<>(8);
        CompletableFuture<Integer> wrong = CompletableFuture.supplyAsync(() -> {
            int others = 0;
            for (int number = 0; number < SUBJECTS; number++) {
                others += subjects.text(taken(handed)).equals("s" + number) ? 0 : 1;
            }
            return others;
        });
        for (int number = 0; number < SUBJECTS; number++) {
            handed.put(subjects.codeOf("s" + number));
        }
        assertThat(wrong.get()).isZero();
    }

    private static int taken(BlockingQueue<Integer> handed) {
        try {
            return handed.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
