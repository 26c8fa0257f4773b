package dev.drillbook.runbook;

/** What may differ from one environment to the next: a name that the environment gives a value. */
public record Input<T>(String name, Class<T> type) implements Value<T> {
    public Input {
        if (name.isBlank()) throw new Invalid("an input has no name: write one, such as 'cache-config'");
        ValueType.of(type);
    }

    /** @throws Invalid naming the input, what was given and what is wanted */
    public T read(String text) {
        ValueType wanted = ValueType.of(type);
        try {
            return type.cast(wanted.read(text));
        } catch (IllegalArgumentException e) {
            throw new Invalid("input '" + name + "' is '" + text + "': it wants " + wanted.wanted(), e);
        }
    }

    @Override
    public String inWords() {
        return name;
    }
}
