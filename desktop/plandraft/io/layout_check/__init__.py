"""Judge the layout of a Word file by GB/T 9704-2012, and mend what is mechanical."""
