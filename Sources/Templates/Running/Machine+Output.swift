import Bytes
import Diagnostics

// The one sink: all output passes here, and is escaped here.

extension Machine {
  /// Writes what stands between the tags.
  @inline(__always)
  mutating func write(_ text: UnsafeBufferPointer<UInt8>) throws(Fault) {
    out.append(text)
    if out.count > limits.output { throw Fault(.outputTooLong(limits.output)) }
  }

  mutating func write(_ value: Value) throws(Fault) {
    switch value {
    case .text(let text):
      append(text)
    case .safe(let text): out.append(text: text)
    case .markup(let bytes): bytes.withUnsafeBufferPointer { out.append($0) }
    case .int(let number): out.append(decimal: number)
    case .none: out.append(text: "None")
    case .bool(let truth): out.append(text: truth ? "True" : "False")
    case .undefined(let undefined): if strict, !undefined.isSilent { throw self.undefined(undefined.absence) }
    case .object(let object): try write(object.text(reads: &reads))
    default: try write(.text(printed(value)))
    }
    if out.count > limits.output { throw Fault(.outputTooLong(limits.output)) }
  }

  /// The value as text, where output itself is not meant.
  mutating func printed(_ value: Value) -> String {
    switch value {
    case .object(let object): object.text(reads: &reads).printed
    case .live(let live) where live.kind == .module: contexts[Int(live.index)].module?.printed ?? ""
    case .live(let live) where live.kind == .namespace:
      "<Namespace \(Value.map(namespaces[Int(live.index)]).printed)>"
    case .live(let live) where live.kind == .loop && Int(live.index) < loops.count:
      "<LoopContext \(loops[Int(live.index)].index + 1)/\(loops[Int(live.index)].count)>"
    default: value.printed
    }
  }

  mutating func endCapture() {
    let start = captures.popLast() ?? out.count
    let text = out.take(from: start)
    stack.push(escapes ? .safe(text) : .text(text))
  }

  mutating func setEscaping() throws(Fault) {
    let value = try truth(pop())
    escapeStates.append(escapes)
    escapes = value
  }

  /// The fault of using something that is not there.
  @inline(never)
  mutating func undefined(_ absence: Undefined.Absence) -> Fault {
    switch absence {
    case .name(let name):
      let names = availableNames()
      return Fault(.undefinedName(name, near: nearest(to: name, among: names), available: names))
    case .member(let name, let owner):
      let names = memberNames(of: owner)
      return Fault(
        .undefinedMember(name, of: owner.kindName, near: nearest(to: name, among: names), available: names))
    case .element(let key, let owner):
      return Fault(.undefinedElement(key.shown, of: owner.kindName))
    case .parameter(let name): return Fault(.undefinedParameter(name))
    case .previousItem: return Fault(.noItem("previtem"))
    case .nextItem: return Fault(.noItem("nextitem"))
    case .notExported(let name, let template): return Fault(.notExported(name, template: template))
    case .caller: return Fault(.noCaller)
    case .first, .last: return Fault(.emptyList)
    case .silent: return Fault(.emptyList)
    }
  }

  @inline(__always)
  mutating func check(_ value: Value) throws(Fault) {
    if case .undefined(let undefined) = value, strict { throw self.undefined(undefined.absence) }
  }

  private mutating func availableNames() -> [String] {
    var names: Set<String> = []
    for context in contexts {
      names.formUnion(context.variables.all.map(\.name.text))
      switch context.locals {
      case .none: break
      case .copied(let map): names.formUnion(map.names)
      case .waiting(let reference, let base):
        let set = reference.object.locals.filter { !local($0.slot, from: base).isMissing }
        names.formUnion(set.map(\.name.text))
      }
    }
    if case .map(let map) = data { names.formUnion(map.names) }
    if case .object(let object) = data { names.formUnion(object.memberNames) }
    names.formUnion(environment.globals.names)
    return names.filter { !$0.hasPrefix(" ") }.sorted()
  }

  private func memberNames(of owner: Value) -> [String] {
    switch owner {
    case .map(let map): map.names.sorted()
    case .object(let object): object.memberNames.sorted()
    case .live(let live) where live.kind == .namespace: namespaces[Int(live.index)].names.sorted()
    case .live(let live) where live.kind == .loop: LoopField.names
    default: []
    }
  }
}

extension Map {
  /// The keys that are texts, in the order in which they came.
  public var names: [String] { entries.compactMap(\.key.string) }
}

extension Value {
  /// The value as it stands inside a list.
  var quoted: String {
    var out: [UInt8] = []
    appendRepr(to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// The value in a message, where a long one is cut.
  var shown: String { String(scalars: quoted.unicodeScalars.prefix(60)) }
}
