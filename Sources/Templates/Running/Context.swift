import Diagnostics

/// What names mean for one template, and which blocks it has gathered.
struct Context {
  /// The names set at the top.
  var variables = Variables()
  var locals = Locals.none
  var parent: Int?
  /// Whether names that no template set are asked of the page; as its parent does, if it has one.
  var seesData = true
  var blocks = BlockChains()
  /// The template that this one extends, once it has said so.
  var extended: Lasting<Program>?
  /// What a template is that was imported.
  var module: Module?
}

/// An imported template, and what it printed.
final class Module {
  let templateName: String
  var printed = ""

  init(of program: Program) {
    templateName = program.source.path
    if let library = program.library { printed = library.printed }
  }
}

/// The names that a template sets at its top; few, and mostly read soon, so that they are searched one by one.
struct Variables {
  struct Variable {
    let name: Name
    var value: Value
    /// Whether an import may ask for it.
    var isExported: Bool
  }

  private(set) var all: [Variable] = []
  /// A template that sets anything sets a handful of names, or imports them.
  private static let usual = 12

  subscript(name: Name) -> Value? { place(of: name).map { all[$0].value } }

  /// The value of a name, if an import may ask for it.
  func exported(_ name: Name) -> Value? {
    guard let place = place(of: name), all[place].isExported else { return nil }
    return all[place].value
  }

  mutating func set(_ name: Name, _ value: Value, isExported: Bool) {
    if let place = place(of: name) {
      all[place].value = value
      all[place].isExported = isExported
    } else {
      add(name, value, isExported: isExported)
    }
  }

  /// Sets a name that is known to be set for the first time.
  mutating func add(_ name: Name, _ value: Value, isExported: Bool) {
    if all.isEmpty { all.reserveCapacity(Self.usual) }
    all.append(Variable(name: name, value: value, isExported: isExported))
  }

  /// Whether a name was set, and to that very function.
  func holds(_ function: ObjectIdentifier, as id: UInt64) -> Bool {
    for place in all.indices where all[place].name.id == id { return all[place].value.isFunction(function) }
    return false
  }

  private func place(of name: Name) -> Int? {
    for place in all.indices where all[place].name.id == name.id { return place }
    return nil
  }
}

/// The local variables that came along with an include, an import or a scoped block.
enum Locals {
  case none
  /// As they were: what is imported may outlive the frame that imported it.
  case copied(Map)
  /// Those of the frame that waits until the included template is done.
  case waiting(Lasting<TemplateReference>, base: Int)
}

/// The blocks of a template and those it extends, the youngest first; a page has a handful.
struct BlockChains {
  private var routines: [BlockRoutine] = []

  /// How many templates have a block of that name.
  func count(of name: Name) -> Int {
    var count = 0
    for routine in routines where routine.name == name.id { count += 1 }
    return count
  }

  /// The routine of a block, so many levels above the youngest; nil when nobody has it.
  subscript(block: BlockPlace) -> BlockRoutine? {
    var level = 0
    for routine in routines where routine.name == block.name.id {
      if level == block.level { return routine }
      level += 1
    }
    return nil
  }

  mutating func add(_ routine: BlockRoutine) { routines.append(routine) }
}

struct BlockRoutine {
  let name: UInt64
  let program: Lasting<Program>
  let routine: Int
}
