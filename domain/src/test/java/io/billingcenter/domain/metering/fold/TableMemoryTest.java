package io.billingcenter.domain.metering.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableMemoryTest {

    @Test
    void givesUpToTheLastByte() {
        TableMemory memory = new TableMemory(80);
        memory.take(4);
        memory.take(6);
        assertThat(memory.hasRoomFor(1)).isFalse();
        assertThat(memory.hasRoomFor(0)).isTrue();
    }

    @Test
    void takesNothingWhenThereIsTooLittle() {
        TableMemory memory = new TableMemory(87);
        memory.take(4);
        assertThatThrownBy(() -> memory.take(7)).isInstanceOf(TablesFullException.class);
        assertThat(memory.hasRoomFor(6)).isTrue();
    }

    @Test
    void givesAgainWhatWasGivenBack() {
        TableMemory memory = new TableMemory(80);
        memory.take(10);
        memory.release(3);
        assertThat(memory.hasRoomFor(3)).isTrue();
        assertThat(memory.hasRoomFor(4)).isFalse();
    }

    @Test
    void ofEverythingThereIsAlwaysMore() {
        TableMemory memory = new TableMemory(Long.MAX_VALUE);
        memory.take(1L << 40);
        assertThat(memory.hasRoomFor(1L << 40)).isTrue();
    }
}
