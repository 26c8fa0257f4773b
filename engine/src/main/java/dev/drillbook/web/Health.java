package dev.drillbook.web;

/** That it lives, and takes calls: for whoever watches the process. Needs no token. */
record Health() implements Guarded.Call {
    private record Well(String status) {}

    @Override
    public Object answer(Query query, String body) {
        return new Well("UP");
    }
}
