package io.billingcenter.writers.files.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            a & b                 | a &amp; b
            </p><script>x()       | &lt;/p&gt;&lt;script&gt;x()
            " onload="x           | &quot; onload=&quot;x
            ' onload='x           | &#39; onload=&#39;x
            &amp;                 | &amp;amp;
            \u4e2d\uD83D\uDE00    | \u4e2d\uD83D\uDE00
            a\u0000b\u0007c       | a\uFFFDb\uFFFDc
            \uD83Dx               | \uFFFDx
            x\uDE00               | x\uFFFD
            """)
    void everyTextAndValueIsEscaped(String text, String escaped) {
        assertThat(new Html().element("p", text, "title", text).finish())
                .isEqualTo("<p title=\"" + escaped + "\">" + escaped + "</p>\n");
    }

    @Test
    void whatIsBegunIsEnded() {
        assertThatThrownBy(() -> new Html().open("p").finish()).hasMessageContaining("[p]");
    }
}
