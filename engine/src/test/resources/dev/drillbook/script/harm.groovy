// A type-checking extension that a script names in an annotation: it runs while that script is compiled
beforeVisitMethod { method ->
    def text = method.code.text.find(/\/[^)\s]+harm/)
    if (text) new File(text).createNewFile()
    handled = false
}
