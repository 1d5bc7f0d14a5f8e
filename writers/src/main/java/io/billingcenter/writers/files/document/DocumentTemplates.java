package io.billingcenter.writers.files.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of which documents are made: templates, style sheet and texts. Each lies on the class path below {@code
 * templates/}; a file of that name in the folder of the operator takes its place.
 */
public final class DocumentTemplates {

    private static final String RESOURCES = "templates/";

    private final @Nullable Path folder;
    private final Map<String, String> files = new ConcurrentHashMap<>();

    /**
     * Creates templates that read each file once.
     *
     * @param folder folder of the files that take the place of others; need not exist, null for none
     */
    public DocumentTemplates(@Nullable Path folder) {
        this.folder = folder;
    }

    /**
     * Returns the content of a file.
     *
     * @param name name, such as {@code invoice.html}
     * @throws TemplateException if it cannot be read
     */
    String text(String name) {
        return files.computeIfAbsent(name, this::read);
    }

    private String read(String name) {
        try {
            if (folder != null) {
                Path own = folder.resolve(name);
                if (Files.exists(own)) {
                    return Files.readString(own);
                }
            }
            return shipped(name);
        } catch (IOException e) {
            throw new TemplateException(
                    "Expected to read template " + name + " as UTF-8, found "
                            + e.getClass().getSimpleName() + ": " + e.getMessage() + "; correct or remove the file",
                    e);
        }
    }

    private static String shipped(String name) throws IOException {
        try (InputStream in = DocumentTemplates.class.getClassLoader().getResourceAsStream(RESOURCES + name)) {
            if (in == null) {
                throw new IOException("no file " + RESOURCES + name + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
