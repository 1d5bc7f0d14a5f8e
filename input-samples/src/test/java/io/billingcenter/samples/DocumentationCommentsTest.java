package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks that documentation comments begin with a noun or a verb in the third person: the first sentence names the thing or
 * its effect, and is no question. Say "Returns whether ..." of a condition.
 */
class DocumentationCommentsTest {

    /** The first word of a comment, on its first line or on the next one. */
    private static final Pattern FIRST_WORD = Pattern.compile("/\\*\\*\\s*(?:\\*\\s*)?([A-Za-z]+)");

    private static final Pattern QUESTION = Pattern.compile("(?i)what|who|whose|whom|how|whether|which|where|when|why");

    static Stream<String> modules() {
        return Sources.modules().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("modules")
    void beginWithANounOrAVerb(String module) {
        List<String> questions = new ArrayList<>();
        for (Map.Entry<Path, String> source : Sources.texts(module).entrySet()) {
            Matcher comment = FIRST_WORD.matcher(source.getValue());
            while (comment.find()) {
                if (QUESTION.matcher(comment.group(1)).matches()) {
                    questions.add(place(source.getKey(), source.getValue(), comment));
                }
            }
        }

        assertThat(questions)
                .as("%d documentation comments of %s that begin with a question", questions.size(), module)
                .isEmpty();
    }

    private static String place(Path file, String text, Matcher comment) {
        long line = text.substring(0, comment.start(1)).lines().count();
        return "%s:%d: %s".formatted(file.getFileName(), line, comment.group(1).toLowerCase(Locale.ROOT));
    }
}
