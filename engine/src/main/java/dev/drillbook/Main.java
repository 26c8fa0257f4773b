package dev.drillbook;

/** Wires the house by hand. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("drillbook");
    }
}
