import Diagnostics
import Nodes

extension Node {
  /// The first character of each text that no page can show: control characters, and those that turn the order of what
  /// follows. YAML's limit of depth bounds the recursion.
  func controls(in reading: inout Reading) {
    switch content {
    case .scalar(let text, _):
      guard text.utf8.contains(where: { $0 < 0x20 || $0 > 0x7E }),
        let found = text.unicodeScalars.first(where: \.isUnseen)
      else { return }
      reading.add(InventoryFinding.controlCharacter(found.value), at: range)
    case .list(let items): for item in items { item.controls(in: &reading) }
    case .map(let entries): for entry in entries { entry.value.controls(in: &reading) }
    }
  }
}

extension Source {
  /// Whether a look at each text can find anything: hardly a file has a byte that such a character begins with, or an
  /// escape that stands for one.
  var mayHoldControls: Bool {
    bytes.withUnsafeBufferPointer { bytes in
      bytes.indices.contains { index in
        switch bytes[index] {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F, 0xE2, UInt8(ascii: "\\"): true
        case 0xC2: index + 1 < bytes.count && bytes[index + 1] < 0xA0
        default: false
        }
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isUnseen: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
