/** Names are made up by combining them; nobody and nothing real is meant. */
export const givenNames = [
  'Alva', 'Amina', 'Anders', 'Astrid', 'Bilal', 'Carmen', 'Chen', 'Dragan', 'Ebba', 'Elif', 'Emil', 'Erik', 'Farah',
  'Freja', 'Gustav', 'Hanna', 'Ingrid', 'Ivan', 'Jamal', 'Johan', 'Karin', 'Kofi', 'Lars', 'Linnea', 'Lucía', 'Maja',
  'Mei', 'Nils', 'Noor', 'Olga', 'Oskar', 'Pia', 'Ravi', 'Saga', 'Signe', 'Sven', 'Tove', 'Yusuf', 'Åsa', 'Örjan',
] as const;

export const familyNames = [
  'Ahlgren', 'Bergström', 'Björkman', 'Costa', 'Dahlin', 'Ekwall', 'Fontaine', 'Forsling', 'Garcia', 'Hedlund',
  'Ibrahim', 'Jansson', 'Kallio', 'Kowalski', 'Lindqvist', 'Malmsten', 'Nakamura', 'Nordin', 'Okafor', 'Petrov',
  'Quist', 'Rönnberg', 'Sandelin', 'Silva', 'Söderholm', 'Tran', 'Ulfsdotter', 'Virtanen', 'Wästberg', 'Åkerlund',
] as const;

export const companyKinds = ['Interiors', 'Kök & Hem', 'Café', 'Hotell', 'Studio', 'Blommor'] as const;

export const streets = [
  'Björkgatan', 'Hamngatan', 'Kvarnvägen', 'Ljunggatan', 'Mossvägen', 'Norra Allén', 'Parkgatan', 'Rosenvägen',
  'Skogsstigen', 'Strandvägen', 'Torggatan', 'Ängsvägen',
] as const;

export const cities = [
  { city: 'Göteborg', country: 'SE', code: '411' },
  { city: 'Malmö', country: 'SE', code: '211' },
  { city: 'Stockholm', country: 'SE', code: '113' },
  { city: 'Umeå', country: 'SE', code: '903' },
  { city: 'Uppsala', country: 'SE', code: '753' },
  { city: 'Visby', country: 'SE', code: '621' },
  { city: 'Oslo', country: 'NO', code: '05' },
  { city: 'Aarhus', country: 'DK', code: '80' },
  { city: 'Turku', country: 'FI', code: '201' },
  { city: 'Hamburg', country: 'DE', code: '203' },
] as const;

export const categories = [
  { name: 'Kitchen', color: '#2f6f4f', children: ['Tableware', 'Cookware', 'Cutting and serving'] },
  { name: 'Home', color: '#2f6690', children: ['Textiles', 'Lighting', 'Storage'] },
  { name: 'Garden', color: '#b7791f', children: ['Pots', 'Garden tools'] },
  { name: 'Desk', color: '#7a5195', children: ['Paper', 'Writing'] },
] as const;

export const tags = [
  { name: 'Bestseller', color: '#b7791f' },
  { name: 'Handmade', color: '#7a5195' },
  { name: 'Made in Sweden', color: '#2f6690' },
  { name: 'New', color: '#2f7d4f' },
  { name: 'Organic', color: '#5a8f3c' },
  { name: 'Recycled', color: '#3c8f8a' },
  { name: 'Gift idea', color: '#b83a3a' },
  { name: 'Dishwasher safe', color: '#5d5850' },
] as const;

export const series = ['Hav', 'Mynta', 'Skog'] as const;

export const goods = [
  { noun: 'Dinner plate', category: 'Tableware', price: 189, materials: ['stoneware'] },
  { noun: 'Soup bowl', category: 'Tableware', price: 169, materials: ['stoneware'] },
  { noun: 'Coffee mug', category: 'Tableware', price: 129, materials: ['stoneware'] },
  { noun: 'Water glass', category: 'Tableware', price: 79, materials: ['glass'] },
  { noun: 'Saucepan', category: 'Cookware', price: 649, materials: ['steel'] },
  { noun: 'Frying pan', category: 'Cookware', price: 749, materials: ['steel'] },
  { noun: 'Chopping board', category: 'Cutting and serving', price: 349, materials: ['ash'] },
  { noun: 'Serving tray', category: 'Cutting and serving', price: 429, materials: ['ash'] },
  { noun: 'Bread knife', category: 'Cutting and serving', price: 399, materials: ['steel', 'ash'] },
  { noun: 'Kitchen towel', category: 'Textiles', price: 119, materials: ['linen', 'cotton'] },
  { noun: 'Bedspread', category: 'Textiles', price: 1295, materials: ['cotton'] },
  { noun: 'Cushion cover', category: 'Textiles', price: 249, materials: ['linen'] },
  { noun: 'Table lamp', category: 'Lighting', price: 1190, materials: ['glass', 'steel'] },
  { noun: 'Candle holder', category: 'Lighting', price: 229, materials: ['glass'] },
  { noun: 'Basket', category: 'Storage', price: 459, materials: ['paper', 'cotton'] },
  { noun: 'Wall shelf', category: 'Storage', price: 890, materials: ['ash', 'steel'] },
  { noun: 'Flower pot', category: 'Pots', price: 199, materials: ['stoneware'] },
  { noun: 'Pruning shears', category: 'Garden tools', price: 379, materials: ['steel'] },
  { noun: 'Notebook', category: 'Paper', price: 99, materials: ['paper'] },
  { noun: 'Pen holder', category: 'Writing', price: 149, materials: ['ash'] },
] as const;

export const notes = [
  'Leave it at the door, please.',
  'Call before delivery.',
  'Wrap each part on its own.',
  'Invoice to the head office.',
  'The bell does not work; knock.',
] as const;
