import Language

/// How keys are called on a keyboard.
enum Keys {
  /// The label of a key written in English, such as `ctrl` or `page-up`.
  static func label(of name: String, in tongue: Tongue) -> String {
    let lower = name.lowercased()
    if let known = labels[lower] { return tongue.pick(en: known.english, es: known.spanish) }
    return name.count == 1 ? name.uppercased() : lower.prefix(1).uppercased() + lower.dropFirst()
  }

  private static let labels: [String: (english: String, spanish: String)] = [
    "ctrl": ("Ctrl", "Ctrl"), "control": ("Ctrl", "Ctrl"), "alt": ("Alt", "Alt"),
    "option": ("Option", "Opción"),
    "altgr": ("AltGr", "AltGr"), "shift": ("Shift", "Mayús"), "cmd": ("Cmd", "Cmd"),
    "command": ("Cmd", "Cmd"),
    "win": ("Win", "Win"), "windows": ("Win", "Win"), "super": ("Super", "Super"), "meta": ("Meta", "Meta"),
    "enter": ("Enter", "Intro"), "return": ("Return", "Retorno"), "esc": ("Esc", "Esc"),
    "escape": ("Esc", "Esc"),
    "tab": ("Tab", "Tab"), "space": ("Space", "Espacio"), "backspace": ("Backspace", "Retroceso"),
    "del": ("Del", "Supr"), "delete": ("Del", "Supr"), "ins": ("Ins", "Ins"), "insert": ("Ins", "Ins"),
    "home": ("Home", "Inicio"), "end": ("End", "Fin"), "page-up": ("Page Up", "Re Pág"),
    "page-down": ("Page Down", "Av Pág"), "pgup": ("Page Up", "Re Pág"), "pgdn": ("Page Down", "Av Pág"),
    "up": ("↑", "↑"), "down": ("↓", "↓"), "left": ("←", "←"), "right": ("→", "→"), "arrow-up": ("↑", "↑"),
    "arrow-down": ("↓", "↓"), "arrow-left": ("←", "←"), "arrow-right": ("→", "→"), "plus": ("+", "+"),
    "minus": ("-", "-"), "caps-lock": ("Caps Lock", "Bloq Mayús"),
    "print-screen": ("Print Screen", "Impr Pant"),
    "fn": ("Fn", "Fn"), "comma": (",", ","), "period": (".", "."), "slash": ("/", "/"),
  ]
}
