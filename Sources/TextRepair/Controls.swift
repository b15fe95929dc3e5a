/// C1 controls that are left in a text come from cp1252 read as Latin-1; they are the characters of that page.
enum Controls {
  static func repair(_ lines: inout [Line], table: CodecTable) {
    for index in lines.indices where lines[index].scalars.contains(where: isControl) {
      let scalars = lines[index].scalars.map {
        isControl($0) ? table.scalar(of: UInt8($0), in: .windows1252) : $0
      }
      if scalars != lines[index].scalars { lines[index].become(scalars, undoing: [.windows1252]) }
    }
  }

  private static func isControl(_ scalar: UInt32) -> Bool { scalar >= 0x80 && scalar < 0xA0 }
}
