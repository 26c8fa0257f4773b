package dev.drillbook.target;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Arrays;
import java.util.List;

/**
 * What a fault changes about one key of a file.
 *
 * @param was the old value, or null where the key was absent
 * @param written the old value as it stood in the file, with its quotes and escapes, or null
 * @param set the fault's value
 * @param writes the fault's value as it is written into the file
 * @param lead what the fault had to write before its value besides, such as the {@code =} that a bare key lacked
 * @param depth how many of the levels that lead to the key were there already
 */
record KeyChange(String key, String was, String written, String set, String writes, String lead, int depth) {
    @JsonIgnore
    boolean isAddition() {
        return was == null;
    }

    /** What there was to be changed. */
    List<String> found() {
        return Arrays.asList(key, was, written); // some are null
    }

    /** What a person would do to put it back. */
    String putBackInWords() {
        return isAddition() ? "remove " + key : "set " + key + "=" + was;
    }
}
