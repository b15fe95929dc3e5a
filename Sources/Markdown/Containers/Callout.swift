import Language

/// A box set apart from the text: alert, admonition, collapsible or directive; all spellings become one of these.
struct Callout: Sendable, Hashable {
  enum Fold: Sendable, Hashable { case none, closed, open }

  /// The class it is styled by, one of `kinds`, or the author's own word.
  var type: String
  /// Further classes the author gave.
  var classes: [String] = []
  var fold = Fold.none
  /// Whether the author wrote `""`: no title bar.
  var isUntitled = false
  /// Whether the author wrote a title; it is then a node of the tree.
  var hasTitle = false
  /// The line it opens at, for the message when it stays open.
  var line = 0
  /// Whether it needs a closing line that has not been met.
  var isUnclosed = false

  /// The types that have a title and an icon of their own, in both languages.
  static let kinds: [(name: String, spanish: String, english: String)] = [
    ("note", "Nota", "Note"), ("abstract", "Resumen", "Abstract"), ("info", "Información", "Info"),
    ("tip", "Consejo", "Tip"), ("success", "Éxito", "Success"), ("question", "Pregunta", "Question"),
    ("warning", "Advertencia", "Warning"), ("failure", "Fallo", "Failure"), ("danger", "Peligro", "Danger"),
    ("bug", "Error conocido", "Bug"), ("example", "Ejemplo", "Example"), ("quote", "Cita", "Quote"),
    ("important", "Importante", "Important"), ("caution", "Precaución", "Caution"),
    ("details", "Detalles", "Details"),
  ]

  /// Older and other systems' names of the same types.
  private static let aliases = [
    "summary": "abstract", "tldr": "abstract", "todo": "info", "hint": "tip", "check": "success",
    "done": "success",
    "help": "question", "faq": "question", "attention": "warning", "fail": "failure", "missing": "failure",
    "error": "danger", "snippet": "example", "cite": "quote", "nota": "note", "consejo": "tip",
    "aviso": "warning",
    "advertencia": "warning", "peligro": "danger", "ejemplo": "example", "importante": "important",
  ]

  /// The styled type for a word of the author's, in lower case.
  static func type(named word: String) -> String { aliases[word] ?? word }

  /// The title of a callout to which the author gave none.
  func title(in tongue: Tongue) -> String {
    guard let kind = Self.kinds.first(where: { $0.name == type }) else {
      return type.isEmpty
        ? tongue.pick(en: "Note", es: "Nota") : type.prefix(1).uppercased() + type.dropFirst()
    }
    return tongue.pick(en: kind.english, es: kind.spanish)
  }
}
