package dev.drillbook.runbook;

/** A value that the runbook itself spells out. */
public record Literal<T>(Class<T> type, T value) implements Value<T> {
    public Literal {
        ValueType.of(type);
    }

    @Override
    public String inWords() {
        return value.toString();
    }
}
